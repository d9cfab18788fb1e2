package net.robustirc.war.settings;

/**
 * The network that the node belongs to.
 *
 * @param name the same on all nodes
 * @param password of the private side
 */
public record NetworkSettings(String name, String password) {
    @Override
    public String toString() {
        return "NetworkSettings[name=" + name + ", password=(set)]";
    }
}
