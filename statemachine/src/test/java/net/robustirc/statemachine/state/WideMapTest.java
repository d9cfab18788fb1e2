package net.robustirc.statemachine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compared with the JDK's sorted map, which shares nothing with it. */
class WideMapTest {
    private static final int KEYS = 20_000;

    /** Two levels hold no more; what happens to inner nodes happens with three. */
    private static final int TWO_LEVELS = 64 * 64;

    /** Ranks that many keys share, some of them negative. */
    private static ToLongFunction<Integer> sharedBy(int keys) {
        return key -> Math.floorMod(key * 0x9E3779B9, KEYS) / keys - 100L;
    }

    private static Map<Integer, Integer> model(ToLongFunction<Integer> rank) {
        return new TreeMap<>(
                Comparator.comparingLong(rank).thenComparing(Comparator.naturalOrder()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 500, KEYS})
    void randomChanges_areThoseOfASortedMap(int keysPerRank) {
        ToLongFunction<Integer> rank = sharedBy(keysPerRank);
        WideMap<Integer, Integer> map = WideMap.by(rank);
        Map<Integer, Integer> model = model(rank);
        SplittableRandom random = new SplittableRandom(keysPerRank);
        int most = 0;
        for (int step = 0; step < 240_000; step++) {
            int key = random.nextInt(KEYS);
            // Grows to most of the keys, shrinks to nothing, and so on.
            boolean grows = step / 60_000 % 2 == 0;
            if (random.nextInt(10) < (grows ? 7 : 2)) {
                map = map.plus(key, step);
                model.put(key, step);
            } else {
                map = map.minus(key);
                model.remove(key);
            }
            assertThat(map.get(key)).isEqualTo(model.get(key));
            assertThat(map.size()).isEqualTo(model.size());
            most = Math.max(most, map.size());
            if (step % 5_000 == 0) {
                assertThat(List.copyOf(map.entrySet())).isEqualTo(List.copyOf(model.entrySet()));
            }
        }
        assertThat(most).isGreaterThan(2 * TWO_LEVELS);
        for (int key = -1; key <= KEYS; key++) {
            assertThat(map.get(key)).isEqualTo(model.get(key));
            map = map.minus(key);
        }
        assertThat(map).isEmpty();
    }

    @Test
    void everyVersion_staysAsItWas() {
        List<WideMap<Integer, String>> versions = new ArrayList<>();
        versions.add(WideMap.by(Integer::longValue));
        for (int i = 0; i < 200; i++) {
            versions.add(versions.get(i).plus(i, "first"));
        }
        WideMap<Integer, String> changed = versions.get(200);
        for (int i = 0; i < 200; i++) {
            changed = i % 2 == 0 ? changed.plus(i, "second") : changed.minus(i);
        }

        assertThat(changed).hasSize(100).doesNotContainValue("first");
        for (int i = 0; i <= 200; i++) {
            assertThat(versions.get(i)).hasSize(i);
            assertThat(versions.get(i).values()).doesNotContain("second");
        }
    }

    @Test
    void order_isThatOfRanksThenOfKeys_howeverItCameAbout() {
        ToLongFunction<Integer> rank = key -> key % 10;
        WideMap<Integer, Integer> rising = WideMap.by(rank);
        WideMap<Integer, Integer> falling = WideMap.by(rank);
        for (int i = 0; i < 1_000; i++) {
            rising = rising.plus(i, i);
            falling = falling.plus(999 - i, 999 - i);
        }
        for (int i = 0; i < 1_000; i += 3) {
            falling = falling.minus(i).plus(i, i);
        }

        assertThat(List.copyOf(rising.keySet())).startsWith(0, 10, 20).endsWith(979, 989, 999);
        assertThat(List.copyOf(falling.keySet())).isEqualTo(List.copyOf(rising.keySet()));
        assertThat(falling).isEqualTo(rising);
    }

    @Test
    void minus_ofWhatIsNotThere_isTheSameMap() {
        WideMap<Integer, String> map = WideMap.by(Integer::longValue);
        for (int i = 0; i < 100; i += 2) {
            map = map.plus(i, "x");
        }

        for (int absent : new int[] {-5, 1, 51, 99, 1_000}) {
            assertThat(map.minus(absent)).isSameAs(map);
            assertThat(map.containsKey(absent)).isFalse();
        }
    }
}
