/** Commands and outcomes as protobuf: the format of the log (design D2). */
package net.robustirc.consensus.codec;
