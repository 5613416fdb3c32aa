import KohortCore
import KohortStore

/// Where a round's call is published (KS11-6, NOR-6), in the order of their slugs.
enum RoundChannels {
    static func of(_ round: RoundID, in read: borrowing Read) throws -> [Slug] {
        try read.all("select channel from round_channel where round = \(round) order by channel") { try $0[0] }
    }

    static func all(in read: borrowing Read) throws -> [RoundID: [Slug]] {
        var channels: [RoundID: [Slug]] = [:]
        try read.forEach("select round, channel from round_channel order by round, channel") { tuple in
            channels[try tuple[0], default: []].append(try tuple[1])
        }
        return channels
    }

    static func replace(_ channels: [Slug], of round: RoundID, in write: borrowing Write) throws {
        try write.execute("delete from round_channel where round = \(round)")
        for channel in channels {
            try write.execute("insert into round_channel (round, channel) values (\(round), \(channel))")
        }
    }

    static func problems(of channels: [Slug]) -> [FieldProblem] {
        Set(channels).count == channels.count ? [] : [FieldProblem("channels", "channel.duplicate")]
    }
}
