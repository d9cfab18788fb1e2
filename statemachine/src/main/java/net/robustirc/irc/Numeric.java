package net.robustirc.irc;

/**
 * The numeric replies, with the text that they carry where the protocol has no variants. Texts:
 * Modern IRC, else RFC 2812; empty where a reply has no fixed text.
 */
public enum Numeric {
    RPL_WELCOME("001", ""),
    RPL_YOURHOST("002", ""),
    RPL_CREATED("003", ""),
    RPL_MYINFO("004", ""),
    RPL_ISUPPORT("005", "are supported by this server"),
    RPL_UMODEIS("221", ""),
    RPL_LUSERCLIENT("251", ""),
    RPL_LUSERUNKNOWN("253", "unknown connection(s)"),
    RPL_LUSERCHANNELS("254", "channels formed"),
    RPL_LUSERME("255", ""),
    RPL_ADMINME("256", "Administrative info"),
    RPL_ADMINLOC1("257", ""),
    RPL_ADMINLOC2("258", ""),
    RPL_ADMINEMAIL("259", ""),
    RPL_LOCALUSERS("265", ""),
    RPL_GLOBALUSERS("266", ""),
    RPL_AWAY("301", ""),
    RPL_USERHOST("302", ""),
    RPL_ISON("303", ""),
    RPL_UNAWAY("305", "You are no longer marked as being away"),
    RPL_NOWAWAY("306", "You have been marked as being away"),
    RPL_WHOISREGNICK("307", "user has identified to services"),
    RPL_WHOISUSER("311", ""),
    RPL_WHOISSERVER("312", ""),
    RPL_WHOISOPERATOR("313", "is an IRC operator"),
    RPL_WHOWASUSER("314", ""),
    RPL_ENDOFWHO("315", "End of WHO list"),
    RPL_WHOISIDLE("317", "seconds idle, signon time"),
    RPL_ENDOFWHOIS("318", "End of /WHOIS list"),
    RPL_WHOISCHANNELS("319", ""),
    RPL_LISTSTART("321", "Users  Name"),
    RPL_LIST("322", ""),
    RPL_LISTEND("323", "End of /LIST"),
    RPL_CHANNELMODEIS("324", ""),
    RPL_CREATIONTIME("329", ""),
    RPL_WHOISACCOUNT("330", "is logged in as"),
    RPL_NOTOPIC("331", "No topic is set"),
    RPL_TOPIC("332", ""),
    RPL_TOPICWHOTIME("333", ""),
    RPL_WHOISBOT("335", "is a bot"),
    RPL_INVITING("341", ""),
    RPL_INVEXLIST("346", ""),
    RPL_ENDOFINVEXLIST("347", "End of Channel Invite Exception List"),
    RPL_EXCEPTLIST("348", ""),
    RPL_ENDOFEXCEPTLIST("349", "End of channel exception list"),
    RPL_VERSION("351", ""),
    RPL_WHOREPLY("352", ""),
    RPL_NAMREPLY("353", ""),
    RPL_WHOSPCRPL("354", ""),
    RPL_LINKS("364", ""),
    RPL_ENDOFLINKS("365", "End of /LINKS list"),
    RPL_ENDOFNAMES("366", "End of /NAMES list"),
    RPL_BANLIST("367", ""),
    RPL_ENDOFBANLIST("368", "End of channel ban list"),
    RPL_ENDOFWHOWAS("369", "End of WHOWAS"),
    RPL_INFO("371", ""),
    RPL_MOTD("372", ""),
    RPL_ENDOFINFO("374", "End of INFO list"),
    RPL_MOTDSTART("375", ""),
    RPL_ENDOFMOTD("376", "End of /MOTD command."),
    RPL_TIME("391", ""),
    ERR_NOSUCHNICK("401", "No such nick/channel"),
    ERR_NOSUCHSERVER("402", "No such server"),
    ERR_NOSUCHCHANNEL("403", "No such channel"),
    ERR_CANNOTSENDTOCHAN("404", "Cannot send to channel"),
    ERR_TOOMANYCHANNELS("405", "You have joined too many channels"),
    ERR_WASNOSUCHNICK("406", "There was no such nickname"),
    ERR_TOOMANYTARGETS("407", "Too many recipients"),
    ERR_NOORIGIN("409", "No origin specified"),
    ERR_INVALIDCAPCMD("410", "Invalid CAP command"),
    ERR_NORECIPIENT("411", ""),
    ERR_NOTEXTTOSEND("412", "No text to send"),
    ERR_TOOMANYMATCHES("416", "Too many matches"),
    ERR_INPUTTOOLONG("417", "Input line was too long"),
    ERR_UNKNOWNCOMMAND("421", "Unknown command"),
    ERR_NOADMININFO("423", "No administrative info available"),
    ERR_NONICKNAMEGIVEN("431", "No nickname given"),
    ERR_ERRONEUSNICKNAME("432", "Erroneous nickname"),
    ERR_NICKNAMEINUSE("433", "Nickname is already in use"),
    ERR_BANNICKCHANGE("435", "Cannot change nickname while banned on channel"),
    ERR_USERNOTINCHANNEL("441", "They aren't on that channel"),
    ERR_NOTONCHANNEL("442", "You're not on that channel"),
    ERR_USERONCHANNEL("443", "is already on channel"),
    ERR_NONICKCHANGE("447", ""),
    ERR_NOTREGISTERED("451", "You have not registered"),
    ERR_NEEDMOREPARAMS("461", "Not enough parameters"),
    ERR_ALREADYREGISTERED("462", "You may not reregister"),
    ERR_ONLYSERVERSCANCHANGE("468", "Only servers can change that mode"),
    ERR_CHANNELISFULL("471", "Cannot join channel (+l)"),
    ERR_UNKNOWNMODE("472", "is unknown mode char to me"),
    ERR_INVITEONLYCHAN("473", "Cannot join channel (+i)"),
    ERR_BANNEDFROMCHAN("474", "Cannot join channel (+b)"),
    ERR_BADCHANNELKEY("475", "Cannot join channel (+k)"),
    ERR_BADCHANMASK("476", "Bad Channel Mask"),
    ERR_BANLISTFULL("478", "Channel list is full"),
    ERR_NOPRIVILEGES("481", "Permission Denied- You're not an IRC operator"),
    ERR_CHANOPRIVSNEEDED("482", "You're not channel operator"),
    ERR_UMODEUNKNOWNFLAG("501", "Unknown MODE flag"),
    ERR_USERSDONTMATCH("502", "Cannot change mode for other users"),
    ERR_HELPNOTFOUND("524", "No help available on this topic"),
    ERR_INVALIDMODEPARAM("696", ""),
    RPL_HELPSTART("704", ""),
    RPL_HELPTXT("705", ""),
    RPL_ENDOFHELP("706", "End of /HELP"),
    RPL_KNOCK("710", "has asked for an invite"),
    RPL_KNOCKDLVR("711", "Your KNOCK has been delivered"),
    ERR_TOOMANYKNOCK("712", "Too many KNOCKs"),
    ERR_CHANOPEN("713", "Channel is open"),
    ERR_KNOCKONCHAN("714", "You are already on that channel");

    private final String code;
    private final String text;

    Numeric(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** Three digits, as on the wire. */
    public String code() {
        return code;
    }

    /** The fixed text, or empty. */
    public String text() {
        return text;
    }
}
