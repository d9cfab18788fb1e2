/** The replicated network configuration, typed. */
package net.robustirc.statemachine.config;
