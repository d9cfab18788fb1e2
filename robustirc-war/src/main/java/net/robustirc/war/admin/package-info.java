/** The private door: what administrators and their tools ask for (http-api.md section 4). */
package net.robustirc.war.admin;
