/** Bodies of requests and answers as JSON, streamed; as lenient as the original is. */
package net.robustirc.war.json;
