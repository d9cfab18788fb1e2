package net.robustirc.statemachine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.robustirc.statemachine.IrcStateMachine;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.testing.Entries;
import org.junit.jupiter.api.Test;

/** schema.md is what is written: an image is decoded here by the tables of that page alone. */
class SchemaTest {
    private static final Credential BOSS = new Credential(Credential.Kind.OPER, "boss", true, 1);

    private final Map<String, Map<String, String>> schema = schema();
    private final Map<String, List<Map<String, Object>>> image = new LinkedHashMap<>();

    /** Map to field to type, in the order of the page. */
    private static Map<String, Map<String, String>> schema() {
        Map<String, Map<String, String>> maps = new LinkedHashMap<>();
        String map = "";
        for (String line : page().split("\n")) {
            String[] cells = line.split("\\|");
            if (line.startsWith("## ")) {
                map = line.substring(3, line.indexOf(':'));
                maps.put(map, new LinkedHashMap<>());
            } else if (!map.isEmpty() && cells.length == 5 && cells[3].matches(" [0-9]+ ")) {
                maps.get(map).put(cells[1].strip(), cells[2].strip());
            }
        }
        return maps;
    }

    private static String page() {
        try {
            return Files.readString(Path.of("schema.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void decode(String map, byte[] key, byte[] value) {
        ByteBuffer in = ByteBuffer.wrap(value);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("(key)", HexFormat.of().formatHex(key));
        assertThat(schema).containsKey(map);
        schema.get(map).forEach((field, type) -> fields.put(field, decode(in, type)));
        assertThat(in.hasRemaining()).as("%s has bytes that no field names", map).isFalse();
        image.computeIfAbsent(map, name -> new ArrayList<>()).add(fields);
    }

    private static Object decode(ByteBuffer in, String type) {
        if (type.startsWith("list(")) {
            List<Object> items = new ArrayList<>();
            String inner = type.substring(5, type.length() - 1);
            String[] parts = inner.startsWith("list(") ? new String[] {inner} : inner.split(",");
            for (long left = varint(in); left > 0; left--) {
                List<Object> item = new ArrayList<>();
                for (String part : parts) {
                    item.add(decode(in, part));
                }
                items.add(item);
            }
            return items;
        }
        return switch (type) {
            case "fixed64" -> in.getLong();
            case "varint" -> varint(in);
            case "text" -> new String(bytes(in, (int) varint(in)), StandardCharsets.UTF_8);
            case "bytes32" -> HexFormat.of().formatHex(bytes(in, 32));
            default -> throw new IllegalStateException("schema.md names no type " + type);
        };
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        byte b;
        do {
            b = in.get();
            value += (long) (b & 127) << shift;
            shift += 7;
        } while (b < 0);
        return value;
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private Map<String, Object> first(String map) {
        return image.get(map).get(0);
    }

    @Test
    void image_decodedByThePage_isTheState() {
        Entries entries = new Entries(new IrcStateMachine("robustirc.net"));
        entries.apply(new Command.AnnounceMember(new Member("n1", "host:1", "v9", 1)));
        IrcAccounts.Operator boss = new IrcAccounts.Operator("boss", "secret", "");
        entries.configure(
                NetworkConfig.DEFAULT.with(
                        new IrcAccounts(List.of(boss), List.of(), List.of("link"))));
        SessionId alice = entries.register(1, "alice");
        SessionId bob = entries.create(2);
        for (String line :
                List.of(
                        "NICK ally",
                        "NICK alice",
                        "JOIN #Ünï",
                        "MODE #Ünï +CNsklbeI sésame 300 *!*@evil *!*@good c*!*@*",
                        "TOPIC #Ünï :Grüße",
                        "MODE alice +iB",
                        "MONITOR + zoë,Zoe,bob",
                        "AWAY :gone")) {
            entries.post(alice, line);
        }
        entries.apply(new Command.IrcLine(alice, 99, "OPER boss *", "", List.of(BOSS)));
        entries.post(alice, "GLINE 1h N[o]*!*@192.0.2.9/24 :spam");
        entries.advance(Entries.SECOND);
        entries.apply(new Command.IrcLine(bob, -1, "NICK bob", "2001:DB8:0::1"));
        entries.post(entries.link(3, "services.x"), "SVSHOLD [Held] 60 :not now");
        entries.machine().view().image().writeTo(this::decode);

        assertThat(image.keySet()).containsExactlyElementsOf(schema.keySet());
        long last = entries.machine().view().lastId();
        assertThat(first("network"))
                .containsEntry(
                        "(key)",
                        HexFormat.of().formatHex("only".getBytes(StandardCharsets.US_ASCII)))
                .containsEntry("schema", 5L)
                .containsEntry("level", 1L)
                .containsEntry("name", "robustirc.net")
                .containsEntry("lastId", last)
                .containsEntry("time", Entries.START + Entries.SECOND)
                .containsEntry("idle", 16 * Entries.SECOND)
                .containsEntry("created", Entries.START)
                .containsEntry("lastSerial", 1L)
                .containsEntry("mostUsers", 1L);
        assertThat(first("config"))
                .containsEntry("revision", 1L)
                .containsEntry("operators", List.of(List.of("boss", "secret", "")))
                .containsEntry("services", List.of(List.of("link")))
                .containsEntry("sessionExpiration", 1_800 * Entries.SECOND);
        assertThat(first("members"))
                .containsEntry("(key)", "6e31")
                .containsEntry("publicAddress", "host:1")
                .containsEntry("maxLevel", 1L);
        assertThat(image.get("submissions")).hasSize(5);
        sessions(alice, bob);
        channel(alice);
        assertThat(first("history"))
                .containsEntry("(key)", "0000000000000001")
                .containsEntry("nick", "alice")
                .containsEntry("username", "alice")
                .containsEntry("host", "robust/" + alice)
                .containsEntry("realName", "alice")
                .containsEntry("time", Entries.START)
                .containsEntry("session", alice.value());
        watchedAndBanned(alice);
        ledger();
        assertThat(image.get("history").get(1))
                .containsEntry("(key)", "0000000000000002")
                .containsEntry("nick", "ally");
        assertThat(first("holds"))
                .containsEntry(
                        "(key)",
                        HexFormat.of().formatHex("{held}".getBytes(StandardCharsets.UTF_8)))
                .containsEntry("nick", "[Held]")
                .containsEntry("until", Entries.START + 61 * Entries.SECOND)
                .containsEntry("reason", "not now");
    }

    @Test
    void services_decodedByThePage_areLinkAndPseudoClient() {
        Entries entries = new Entries(new IrcStateMachine("robustirc.net"));
        SessionId alice = entries.register(1, "alice");
        SessionId link = entries.link(2, "services.x");
        entries.post(link, "NICK NickServ 1 1 services host services.x 0 :Nickname Server");
        long introduced = entries.machine().view().lastId();
        entries.post(link, "SVSMODE alice +rd account");
        entries.machine().view().image().writeTo(this::decode);

        assertThat(first("sessions"))
                .containsEntry("(key)", String.format("%016x", introduced - (1L << 62)))
                .containsEntry("token", "00".repeat(32))
                .containsEntry("nick", "NickServ")
                .containsEntry("username", "services")
                .containsEntry("realName", "Nickname Server")
                .containsEntry("flags", 1L)
                .containsEntry("role", 2L)
                .containsEntry("roleName", "")
                .containsEntry("roleNumber", link.value());
        assertThat(image.get("sessions").get(1))
                .containsEntry("(key)", Long.toHexString(alice.value()))
                .containsEntry("modes", 32L)
                .containsEntry("role", 0L)
                .containsEntry("roleName", "account");
        assertThat(image.get("sessions").get(2))
                .containsEntry("(key)", Long.toHexString(link.value()))
                .containsEntry("nick", "")
                .containsEntry("realName", "Services")
                .containsEntry("flags", 0L)
                .containsEntry("role", 1L)
                .containsEntry("roleName", "services.x")
                .containsEntry("roleNumber", 1L);
    }

    private void watchedAndBanned(SessionId alice) {
        assertThat(first("monitors"))
                .containsEntry("(key)", Long.toHexString(alice.value()))
                .containsEntry("nicks", List.of(List.of("bob"), List.of("Zoe")));
        byte[] folded = "n{o}*!*@192.0.2.0/24".getBytes(StandardCharsets.US_ASCII);
        assertThat(first("bans"))
                .containsEntry("(key)", HexFormat.of().formatHex(folded))
                .containsEntry("mask", "N[o]*!*@192.0.2.0/24")
                .containsEntry("reason", "spam")
                .containsEntry("setter", "alice")
                .containsEntry("time", Entries.START)
                .containsEntry("until", Entries.START + 3_600 * Entries.SECOND)
                .containsEntry("about", "");
    }

    private void ledger() {
        assertThat(first("actions"))
                .containsEntry("(key)", "0000000000000001")
                .containsEntry("time", Entries.START)
                .containsEntry("account", "boss")
                .containsEntry("nick", "alice")
                .containsEntry("text", "OPER boss");
        assertThat(first("commands"))
                .containsEntry(
                        "(key)",
                        HexFormat.of().formatHex("AWAY".getBytes(StandardCharsets.US_ASCII)))
                .containsEntry("count", 1L);
    }

    private void sessions(SessionId alice, SessionId bob) {
        assertThat(first("sessions"))
                .containsEntry("(key)", Long.toHexString(alice.value()))
                .containsEntry("token", "00" + "01".repeat(31))
                .containsEntry("createdTime", Entries.START)
                .containsEntry("nick", "alice")
                .containsEntry("username", "alice")
                .containsEntry("realName", "alice")
                .containsEntry("away", "gone")
                .containsEntry("flags", 1L)
                .containsEntry("role", 0L)
                .containsEntry("roleName", "0")
                .containsEntry("modes", 1L + 4L + 16L)
                .containsEntry("operator", "boss")
                .containsEntry("postTime", Entries.START)
                .containsEntry("postIdle", 15 * Entries.SECOND)
                .containsEntry("renamedTime", Entries.START + 8 * Entries.SECOND)
                .containsEntry("answeredTime", 0L)
                .containsEntry("filedIdle", 15 * Entries.SECOND);
        long hash = 6765036974226133806L; // of "NICK bob", by a calculator; see PostKeyTest
        assertThat(image.get("sessions").get(1))
                .containsEntry("(key)", Long.toHexString(bob.value()))
                .containsEntry("nick", "bob")
                .containsEntry("address", "2001:db8::1")
                .containsEntry("cloak", "")
                .containsEntry("captchaSolved", 0L)
                .containsEntry("captchaChannel", 0L)
                .containsEntry("flags", 0L)
                .containsEntry("spokeTime", Entries.START + Entries.SECOND)
                .containsEntry(
                        "newestPosts", List.of(List.of(-1L, hash, Entries.START + Entries.SECOND)));
    }

    private void channel(SessionId alice) {
        assertThat(first("channels"))
                .containsEntry("(key)", "0000000000000001")
                .containsEntry("name", "#Ünï")
                .containsEntry("created", Entries.START)
                .containsEntry("topic", "Grüße")
                .containsEntry("topicSetter", "alice")
                .containsEntry("topicTime", Entries.START)
                .containsEntry("flags", 4L + 8L + 16L + 32L + 64L)
                .containsEntry("key", "sésame")
                .containsEntry("limit", 300L)
                .containsEntry("bans", List.of(List.of("*!*@evil", "alice", Entries.START, "")))
                .containsEntry(
                        "exceptions", List.of(List.of("*!*@good", "alice", Entries.START, "")))
                .containsEntry(
                        "invitations", List.of(List.of("c*!*@*", "alice", Entries.START, "")))
                .containsEntry("version", 1L)
                .containsEntry("members", List.of(List.of(alice.value(), 2L)));
    }
}
