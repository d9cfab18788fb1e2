/** IRC in front, RobustSession behind. */
package net.robustirc.bridge;
