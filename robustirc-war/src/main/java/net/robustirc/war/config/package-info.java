/** The network configuration as text: TOML in, checked and typed; secrets never out again. */
package net.robustirc.war.config;
