import Foundation
import KohortApp

/// What a terminal shows of a call on archives while it is under way. Where the error stream is no terminal nothing is
/// shown.
struct Watched: Sendable {
    let path: String
    /// How many bytes there are to read, in all passes; nil where that is not known.
    let bytesInAll: Int?

    static func writing(_ path: String) -> Watched { Watched(path: path, bytesInAll: nil) }

    static func reading(_ path: String, passes: Int) -> Watched {
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        return Watched(path: path, bytesInAll: size.map { $0 * passes })
    }

    func text(_ stage: ArchiveStage) -> String {
        let written = bytesInAll.map { "\(Self.megabytes(min(stage.bytes, $0))) of \(Self.megabytes($0)) MB" }
        let bytes = written ?? "\(Self.megabytes(stage.bytes)) MB"
        return stage.tenantsInAll > 0 ? "\(stage.tenants) of \(stage.tenantsInAll) tenants, \(bytes)" : bytes
    }

    /// With one decimal, whatever the system's language.
    private static func megabytes(_ bytes: Int) -> String {
        let tenths = (bytes * 10 + (1 << 19)) >> 20
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// Runs `work`, and meanwhile shows on a terminal's error stream what `stage` says twice a second.
    func shown<Answer>(
        _ stage: @escaping @Sendable () async -> ArchiveStage?, _ work: () async throws -> Answer
    ) async throws -> Answer {
        guard isatty(STDERR_FILENO) == 1 else { return try await work() }
        let task = Task {
            Self.show("\r" + text(ArchiveStage()))
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(500))
                if !Task.isCancelled, let present = await stage() { Self.show("\r\u{1B}[K" + text(present)) }
            }
        }
        let result: Result<Answer, any Error>
        do { result = .success(try await work()) } catch { result = .failure(error) }
        task.cancel()
        await task.value
        Self.show("\r\u{1B}[K")
        return try result.get()
    }

    private static func show(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
