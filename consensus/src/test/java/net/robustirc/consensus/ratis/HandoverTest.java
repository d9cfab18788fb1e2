package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.ratis.proto.RaftProtos.LeaderInfoProto;
import org.apache.ratis.proto.RaftProtos.RaftPeerProto;
import org.apache.ratis.proto.RaftProtos.ServerRpcProto;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;

class HandoverTest {
    private final LeaderInfoProto.Builder leader = LeaderInfoProto.newBuilder();

    private void follower(String id, long silentMillis) {
        leader.addFollowerInfo(
                ServerRpcProto.newBuilder()
                        .setId(RaftPeerProto.newBuilder().setId(ByteString.copyFromUtf8(id)))
                        .setLastRpcElapsedTimeMs(silentMillis));
    }

    @Test
    void bestInformed_isAskedFirst() {
        follower("behind", 10);
        follower("near", 250);
        follower("level", 10);

        assertThat(Handover.candidates(leader.build(), new long[] {3, 99, 100}))
                .extracting(RaftPeerId::toString)
                .containsExactly("level", "near", "behind");
    }

    @Test
    void followerThatWasNotHeardOfForASecond_isNotAsked() {
        follower("dead", 1000);
        follower("alive", 999);

        assertThat(Handover.candidates(leader.build(), new long[] {100, 7}))
                .extracting(RaftPeerId::toString)
                .containsExactly("alive");
    }

    @Test
    void nodeThatLeadsNoMore_asksNobody() {
        assertThat(Handover.candidates(LeaderInfoProto.getDefaultInstance(), null)).isEmpty();
    }
}
