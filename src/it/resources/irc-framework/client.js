'use strict';
// One irc-framework client. Reads calls from standard input, a JSON array a line: ["join", "#room"].
// Prints what it makes of the network's lines, an event a line: its name, a space, its JSON.
const irc = require('irc-framework');
const readline = require('readline');

const client = new irc.Client();
client.use((unused, raw, parsed) =>
    parsed.use((command, event, owner, next) => {
        console.log(command + ' ' + JSON.stringify(event));
        next();
    }));
client.connect({
    host: '127.0.0.1',
    port: Number(process.argv[2]),
    nick: process.argv[3],
    auto_reconnect: false,
});
readline.createInterface({ input: process.stdin })
    .on('line', (line) => {
        const [method, ...args] = JSON.parse(line);
        client[method](...args);
    })
    .on('close', () => process.exit(0));
