/** Secrets in posted lines: taken out, compared with the configuration's, never passed on. */
package net.robustirc.war.password;
