/** What Prometheus scrapes: names of the original where there are any (operations.md section 5). */
package net.robustirc.war.metrics;
