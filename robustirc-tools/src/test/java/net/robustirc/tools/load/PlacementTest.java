package net.robustirc.tools.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlacementTest {
    @Test
    void nodes_areCountedFromZero() {
        assertThat(new Placement("all").nodes(3, 1)).containsExactly(0, 1, 2);
        assertThat(new Placement("leader").nodes(3, 1)).containsExactly(1);
        assertThat(new Placement("followers").nodes(3, 1)).containsExactly(0, 2);
        assertThat(new Placement("3").nodes(3, 1)).containsExactly(2);
    }
}
