package net.robustirc.statemachine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenPostsTest {
    private static final long SECOND = 1_000_000_000L;

    private record Seen(PostKey key, long time) {}

    @ParameterizedTest
    @CsvSource({"4, 750", "5, 20", "6, 2"})
    void contains_randomPosts_asAPlainListSays(long seed, int millisBetween) {
        Random random = new Random(seed);
        SeenPosts posts = SeenPosts.NONE;
        List<Seen> model = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 4_000; i++) {
            now += random.nextInt(2 * millisBetween) * SECOND / 1_000;
            PostKey key = new PostKey(random.nextInt(400), random.nextInt(20));
            assertThat(posts.contains(key, now)).isEqualTo(seen(model, key, now));
            posts = posts.with(key, now);
            model.add(new Seen(key, now));
            assertThat(posts.contains(key, now)).isTrue();
        }
    }

    private static boolean seen(List<Seen> model, PostKey key, long now) {
        for (int i = model.size() - 1; i >= 0; i--) {
            boolean last = i == model.size() - 1;
            if (!last && model.get(i).time() < now - 30 * SECOND) {
                return false;
            }
            if (model.get(i).key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void with_slowPosts_keepsFewKeys() {
        SeenPosts posts = SeenPosts.NONE;
        for (int i = 0; i < 1_000; i++) {
            posts = posts.with(new PostKey(i, 0), i * 20 * SECOND);
        }
        assertThat(numbers(posts)).hasSize(2 * PostRun.STRIDE);
    }

    @Test
    void with_timeThatStandsStill_keepsABoundedNumber_andTheNewest() {
        SeenPosts posts = SeenPosts.NONE;
        int many = 200_000;
        for (int i = 0; i < many; i++) {
            posts = posts.with(new PostKey(i, 0), SECOND);
        }
        assertThat(posts.runs()).hasSizeLessThanOrEqualTo(128);
        assertThat(posts.contains(new PostKey(0, 0), SECOND)).isFalse();
        for (int i = many - 100_000; i < many; i += 1_000) {
            assertThat(posts.contains(new PostKey(i, 0), SECOND)).isTrue();
        }
        assertThat(posts.contains(new PostKey(many - 1, 0), SECOND)).isTrue();
    }

    @Test
    void with_manyPosts_keepsLittleMoreThanTheWindow() {
        SeenPosts posts = SeenPosts.NONE;
        for (int i = 0; i < 40_000; i++) {
            posts = posts.with(new PostKey(i * 7919L % 10_007, i), i * SECOND / 200);
        }
        // 6,000 in the window, and the part of one run of 1,024 that is already older.
        assertThat(numbers(posts).size() / PostRun.STRIDE).isBetween(6_000, 7_100);
        assertThat(posts.runs().length).isLessThan(14);
    }

    @Test
    void of_whatItGave_isTheSame() {
        SeenPosts posts = SeenPosts.NONE;
        for (int i = 0; i < 300; i++) {
            SeenPosts again = SeenPosts.of(posts.runs(), posts.open());
            assertThat(numbers(again)).isEqualTo(numbers(posts));
            PostKey key = new PostKey(i * 31 % 17, i);
            posts = posts.with(key, i);
            assertThat(numbers(again.with(key, i))).isEqualTo(numbers(posts));
        }
    }

    private static List<Long> numbers(SeenPosts posts) {
        List<Long> numbers = new ArrayList<>();
        for (PostRun run : posts.runs()) {
            Arrays.stream(run.items()).forEach(numbers::add);
        }
        Arrays.stream(posts.open()).forEach(numbers::add);
        return numbers;
    }
}
