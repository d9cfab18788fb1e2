[description]
Jetty's own log on standard error from level INFO on. Unlike the module logging-jetty it puts no directory on the class
path, for with one there the JVM cannot archive the classes of a node. Levels are system properties:
-Dorg.eclipse.jetty.LEVEL=DEBUG.

[tags]
logging

[provides]
logging

[depend]
logging/slf4j

[lib]
lib/logging/jetty-slf4j-impl-${jetty.version}.jar

[ini]
jetty.webapp.addHiddenClasses+=,org.eclipse.jetty.logging.
jetty.webapp.addHiddenClasses+=,${jetty.home.uri}/lib/logging/
