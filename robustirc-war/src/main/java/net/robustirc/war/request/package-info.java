/** A request as our routes see it: headers and body read from the container, past Jersey. */
package net.robustirc.war.request;
