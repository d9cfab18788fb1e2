/** Doubles and drivers for the tests: plain classes, no mocks. */
package net.robustirc.war.testing;
