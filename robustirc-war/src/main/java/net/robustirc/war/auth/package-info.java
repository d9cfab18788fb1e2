/** Who asks: session tokens, bridges, administrators. Every comparison takes constant time. */
package net.robustirc.war.auth;
