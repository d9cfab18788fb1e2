/** The public door: RobustSession under {@code /robustirc/v1/} and the two health checks. */
package net.robustirc.war.resource;
