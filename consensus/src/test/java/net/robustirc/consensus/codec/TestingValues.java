package net.robustirc.consensus.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
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
            values[i] = value(components[i].getGenericType());
        }
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    private Object value(Type type) throws ReflectiveOperationException {
        if (!(type instanceof ParameterizedType generic)) {
            return value((Class<?>) type);
        }
        Type[] arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            return List.of(value(arguments[0]), value(arguments[0]));
        }
        if (generic.getRawType() == SortedMap.class) {
            SortedMap<String, Object> map = new TreeMap<>();
            map.put("key " + made, value(arguments[1]));
            map.put("other " + made, value(arguments[1]));
            return map;
        }
        throw new IllegalArgumentException("teach this class to make a " + type);
    }

    private Object value(Class<?> type) throws ReflectiveOperationException {
        made++;
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type.isEnum()) {
            Object[] all = type.getEnumConstants();
            return all[made % all.length];
        }
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
        if (type.isRecord()) {
            return record(type.asSubclass(Record.class));
        }
        throw new IllegalArgumentException("teach this class to make a " + type);
    }
}
