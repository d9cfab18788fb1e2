/** What applying a command yields: lines with recipients, each stored in O(1). */
package net.robustirc.statemachine.output;
