package net.robustirc.statemachine.state;

import java.util.Map;
import java.util.Optional;
import net.robustirc.irc.AddressRange;
import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.Mask;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** A channel's lists of masks, each in the order of the folded masks. */
public record MaskLists(
        PSortedMap<String, Entry> bans,
        PSortedMap<String, Entry> exceptions,
        PSortedMap<String, Entry> invitations) {

    public static final MaskLists NONE =
            new MaskLists(TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

    /** The lists. */
    public enum Kind {
        BAN,
        EXCEPTION,
        INVITATION;

        /** The list with that mode letter. */
        public static Kind of(char letter) {
            return switch (letter) {
                case 'b' -> BAN;
                case 'e' -> EXCEPTION;
                case 'I' -> INVITATION;
                default -> throw new IllegalArgumentException("no list has the letter " + letter);
            };
        }
    }

    /**
     * One mask.
     *
     * @param mask as it was set, completed to {@code nick!user@host}
     * @param setter nick of who set it
     * @param timeNanos when, Unix nanoseconds
     * @param address of the session that a ban names by its host: whoever comes from there again is
     *     meant, too; empty if there is none
     * @param range of addresses that the mask names; parsed here, for each line to the channel asks
     */
    public record Entry(
            String mask,
            String setter,
            long timeNanos,
            String address,
            Optional<AddressRange> range) {
        public Entry(String mask, String setter, long timeNanos, String address) {
            this(mask, setter, timeNanos, address, range(mask));
        }

        /** One address needs none: hosts of a session are compared as text, its address too. */
        private static Optional<AddressRange> range(String mask) {
            String host = mask.substring(mask.lastIndexOf('@') + 1);
            return host.indexOf('/') < 0 ? Optional.empty() : AddressRange.parse(host);
        }
    }

    public PSortedMap<String, Entry> list(Kind kind) {
        return switch (kind) {
            case BAN -> bans;
            case EXCEPTION -> exceptions;
            case INVITATION -> invitations;
        };
    }

    public boolean contains(Kind kind, String mask) {
        return list(kind).containsKey(CaseFolding.fold(mask));
    }

    /** Masks of all lists together. */
    public int size() {
        return bans.size() + exceptions.size() + invitations.size();
    }

    public MaskLists plus(Kind kind, Entry entry) {
        return with(kind, list(kind).plus(CaseFolding.fold(entry.mask()), entry));
    }

    public MaskLists minus(Kind kind, String mask) {
        return with(kind, list(kind).minus(CaseFolding.fold(mask)));
    }

    private MaskLists with(Kind kind, PSortedMap<String, Entry> next) {
        return switch (kind) {
            case BAN -> new MaskLists(next, exceptions, invitations);
            case EXCEPTION -> new MaskLists(bans, next, invitations);
            case INVITATION -> new MaskLists(bans, exceptions, next);
        };
    }

    /** Whether a ban holds for that session and no exception does. */
    boolean ban(Session session) {
        return !bans.isEmpty() && ban(session, Identity.of(session));
    }

    /** The same of a session whose identity is known. */
    boolean ban(Session session, Identity who) {
        return matches(bans, session, who) && !matches(exceptions, session, who);
    }

    /** Whether the session may come in without an invitation. */
    boolean invite(Session session) {
        return !invitations.isEmpty() && matches(invitations, session, Identity.of(session));
    }

    private static boolean matches(PSortedMap<String, Entry> list, Session session, Identity who) {
        for (Map.Entry<String, Entry> entry : list.entrySet()) {
            if (who.fits(entry.getKey(), entry.getValue().range()) || again(entry, session, who)) {
                return true;
            }
        }
        return false;
    }

    private static boolean again(Map.Entry<String, Entry> entry, Session session, Identity who) {
        String address = entry.getValue().address();
        String mask = entry.getKey();
        return !address.isEmpty()
                && address.equals(session.entrance().address())
                && Mask.matches(mask.substring(0, mask.lastIndexOf('@')), who.nickUser());
    }
}
