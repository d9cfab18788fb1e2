[description]
One node of a RobustIRC network: the web application of webapps/robustirc.xml behind HTTPS.
The node's settings are system properties or stand in the environment; README.md of this base lists them.

[tags]
robustirc

[depend]
server
https
ee10-deploy
graceful

[files]
lib/
webapps/

[lib]
lib/robustirc-jetty.jar
lib/conscrypt.jar

[xml]
etc/robustirc.xml

[ini]
jetty.deploy.defaultsDescriptorPath=${jetty.base}/etc/robustirc-webdefault.xml
jetty.deploy.scanInterval=0
jetty.deploy.deferInitialScan=false
jetty.server.contexts.dynamic=false
jetty.server.default.serveFavIcon=false
jetty.server.default.showContexts=false
jetty.httpConfig.sendServerVersion=false
jetty.threadPool.minThreads?=8
jetty.threadPool.maxThreads?=64
jetty.server.stopTimeout?=10000

[ini-template]
## The web application: a WAR file, or a directory that holds it unpacked.
# jetty.robustirc.war=webapps/robustirc.war

## Where the WAR is unpacked, afresh at each start. Each node that runs on one machine needs its own.
# jetty.robustirc.work=work

## Settings of the node. Each may also stand in the environment: ROBUSTIRC_NETWORK_NAME and so on.
## An unknown name stops the start.

## Name of the network, the same on all nodes: the IRC server name in every line.
# -Drobustirc.network.name=robustirc.example.net

## Password of the private side (user robustirc), or a file that holds it. One of the two is needed.
# -Drobustirc.network.password.file=/etc/robustirc/password
# -Drobustirc.network.password=

## The node's data; a tool has formatted it.
# -Drobustirc.data.dir=/var/lib/robustirc

## host:port at which clients reach this node.
# -Drobustirc.public.address=node1.example.net:60667

## host:port to listen on for the other nodes; by default the address in the data directory.
# -Drobustirc.raft.bind=

## PEM files for mutual TLS between the nodes: PKCS#8 key, this node's chain, whose certificates count.
# -Drobustirc.raft.tls.key=etc/node.key
# -Drobustirc.raft.tls.certificate=etc/node.crt
# -Drobustirc.raft.tls.ca=etc/ca.crt

## A snapshot is due after so many commands or so many bytes of them.
# -Drobustirc.snapshot.commands=100000
# -Drobustirc.snapshot.bytes=33554432

## Sessions a second that one address may create, after 200 at once. 0 is without limit.
# -Drobustirc.create.rate=5
