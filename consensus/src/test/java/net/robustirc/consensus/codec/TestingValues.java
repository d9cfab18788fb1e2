package net.robustirc.consensus.codec;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import net.robustirc.statemachine.entry.TokenHash;

/** Makes records in which no field has its default value and no two have the same. */
final class TestingValues {
    private int made;

    <T extends Record> T record(Class<T> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(types[i]);
        }
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    private Object value(Class<?> type) throws ReflectiveOperationException {
        made++;
        if (type == long.class) {
            return Long.MIN_VALUE + made;
        }
        if (type == int.class) {
            return made;
        }
        if (type == String.class) {
            return "grüße \u0001 \uD83D\uDE00 " + made;
        }
        if (type == TokenHash.class) {
            byte[] hash = new byte[TokenHash.BYTES];
            Arrays.fill(hash, (byte) -made);
            return new TokenHash(hash);
        }
        if (type == SortedMap.class) {
            return new TreeMap<>(java.util.Map.of("key " + made, "one", "other " + made, "two"));
        }
        if (type.isRecord()) {
            return record(type.asSubclass(Record.class));
        }
        throw new IllegalArgumentException("teach this class to make a " + type);
    }
}
