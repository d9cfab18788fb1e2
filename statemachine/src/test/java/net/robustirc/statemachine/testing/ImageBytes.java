package net.robustirc.statemachine.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.robustirc.statemachine.snapshot.StateImage;

/** An image kept in memory: a sink that checks the order, and a source. */
public final class ImageBytes implements StateImage.Sink, StateImage.Source {
    private final List<Item> items = new ArrayList<>();

    private record Item(String map, byte[] key, byte[] value) {}

    /** Takes an image. */
    public static ImageBytes of(StateImage image) {
        ImageBytes bytes = new ImageBytes();
        image.writeTo(bytes);
        return bytes;
    }

    @Override
    public void put(String map, byte[] key, byte[] value) {
        if (!items.isEmpty()) {
            Item last = items.get(items.size() - 1);
            boolean seen = items.stream().anyMatch(item -> item.map().equals(map));
            if (last.map().equals(map) ? Arrays.compareUnsigned(last.key(), key) >= 0 : seen) {
                throw new IllegalStateException("keys of map " + map + " are out of order");
            }
        }
        items.add(new Item(map, key.clone(), value.clone()));
    }

    @Override
    public void forEach(String map, StateImage.EntryReader reader) {
        for (Item item : items) {
            if (item.map().equals(map)) {
                reader.read(item.key().clone(), item.value().clone());
            }
        }
    }

    /** Everything as text: equal for equal images only. */
    public String dump() {
        StringBuilder out = new StringBuilder();
        for (Item item : items) {
            out.append(item.map()).append(' ').append(Arrays.toString(item.key()));
            out.append(' ').append(Arrays.toString(item.value())).append('\n');
        }
        return out.toString();
    }

    /** Names of the maps, in the order in which they came. */
    public List<String> maps() {
        return items.stream().map(Item::map).distinct().toList();
    }

    /** The image with one value replaced. */
    public ImageBytes with(String map, byte[] value) {
        ImageBytes other = new ImageBytes();
        for (Item item : items) {
            other.items.add(item.map().equals(map) ? new Item(map, item.key(), value) : item);
        }
        return other;
    }
}
