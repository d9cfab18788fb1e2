/** Kept-alive HTTPS/1.1 connections on Netty event loops, one request at a time on each. */
package net.robustirc.session.http;
