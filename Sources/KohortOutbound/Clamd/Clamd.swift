/// Asks a clamd whether a file holds a virus: `INSTREAM`, pieces that each follow their length in four bytes,
/// and an empty one at the end.
package struct Clamd: Sendable {
    package enum Verdict: Hashable, Sendable {
        case clean
        /// What clamd calls it.
        case virus(String)
    }

    private let address: ClamdAddress
    private let seconds: Int
    private let threads = BlockingThreads(count: 4)

    /// `seconds` is how long each step may take: connecting, sending a piece, the answer.
    package init(at address: ClamdAddress, seconds: Int = 30) { (self.address, self.seconds) = (address, seconds) }

    /// Sends what `next` gives until it gives nothing more. Throws `ClamdSilent` when there is no answer, or another one
    /// than these two: nobody has looked at the file then.
    package func look(_ next: () async throws -> [UInt8]?) async throws -> Verdict {
        let connection = try await threads.run { [address, seconds] in
            Result { try ClamdConnection(to: address, seconds: seconds) }
        }.get()
        defer { connection.close() }
        try await send(Array("zINSTREAM\0".utf8), on: connection)
        while let piece = try await next(), !piece.isEmpty {
            try await send(Self.length(piece.count) + piece, on: connection)
        }
        try await send(Self.length(0), on: connection)
        return try Self.verdict(try await threads.run { Result { try connection.answer() } }.get())
    }

    private func send(_ bytes: [UInt8], on connection: ClamdConnection) async throws {
        try await threads.run { Result { try connection.send(bytes) } }.get()
    }

    private static func length(_ count: Int) -> [UInt8] {
        let count = UInt32(count)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
    }

    private static func verdict(_ answer: String) throws(ClamdSilent) -> Verdict {
        if answer == "stream: OK" { return .clean }
        guard answer.hasPrefix("stream: "), answer.hasSuffix(" FOUND") else { throw ClamdSilent() }
        return .virus(String(answer.dropFirst(8).dropLast(6)))
    }
}

/// Nobody answered, or not what was asked.
package struct ClamdSilent: Error, Hashable {}
