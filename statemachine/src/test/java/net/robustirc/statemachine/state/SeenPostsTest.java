package net.robustirc.statemachine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenPostsTest {
    private static final long SECOND = 1_000_000_000L;

    private record Key(long high, long low, long time) {}

    @Test
    void contains_randomPosts_asAPlainListSays() {
        Random random = new Random(4);
        SeenPosts posts = SeenPosts.NONE;
        List<Key> model = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 5_000; i++) {
            now += random.nextInt(3) * SECOND / 4;
            long high = random.nextInt(40);
            long low = random.nextInt(4);
            assertThat(posts.contains(high, low, now)).isEqualTo(seen(model, high, low, now));
            posts = posts.with(high, low, now);
            model.add(new Key(high, low, now));
        }
        // Nothing older than the window stays but what fills the oldest chunks.
        assertThat(posts.size()).isLessThan(160);
    }

    private static boolean seen(List<Key> model, long high, long low, long now) {
        for (int i = 0; i < model.size(); i++) {
            Key key = model.get(i);
            boolean last = i == model.size() - 1;
            if (key.high() == high
                    && key.low() == low
                    && (last || key.time() >= now - 30 * SECOND)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void of_whatForEachGave_isTheSame() {
        for (int size = 0; size < 70; size++) {
            SeenPosts posts = SeenPosts.NONE;
            for (int i = 0; i < size; i++) {
                posts = posts.with(i, -i, i);
            }
            SeenPosts again = SeenPosts.of(keys(posts));
            assertThat(again.size()).isEqualTo(size);
            assertThat(keys(again)).isEqualTo(keys(posts));
            // One more makes the same of both: the chunks are the same, too.
            long late = 1_000 * SECOND;
            assertThat(keys(again.with(1, 2, late))).isEqualTo(keys(posts.with(1, 2, late)));
        }
    }

    private static long[] keys(SeenPosts posts) {
        List<Long> keys = new ArrayList<>();
        posts.forEach((high, low, time) -> keys.addAll(List.of(high, low, time)));
        return keys.stream().mapToLong(Long::longValue).toArray();
    }

    @Test
    void invitations_keepTheNewest() {
        Invitations invitations = Invitations.NONE;
        for (long channel = 1; channel <= Invitations.MAX + 2; channel++) {
            invitations = invitations.with(channel);
        }
        assertThat(invitations.contains(2)).isFalse();
        assertThat(invitations.contains(3)).isTrue();
        assertThat(invitations.channels()).hasSize(Invitations.MAX);
        assertThat(invitations.with(3).channels()).endsWith(3).hasSize(Invitations.MAX);
        assertThat(invitations.without(5).contains(5)).isFalse();
    }
}
