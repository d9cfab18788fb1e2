/** The one place that assigns HTTP statuses: what is refused, with which status and sentence. */
package net.robustirc.war.failure;
