package net.robustirc.consensus.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.robustirc.statemachine.snapshot.StateImage;

/** An image in memory, between its file and the state machine. */
final class LoadedImage implements StateImage.Sink, StateImage.Source {
    private final Map<String, List<Entry>> maps = new LinkedHashMap<>();

    private record Entry(byte[] key, byte[] value) {}

    @Override
    public void put(String map, byte[] key, byte[] value) {
        maps.computeIfAbsent(map, name -> new ArrayList<>()).add(new Entry(key, value));
    }

    @Override
    public void forEach(String map, StateImage.EntryReader reader) {
        for (Entry entry : maps.getOrDefault(map, List.of())) {
            reader.read(entry.key, entry.value);
        }
    }
}
