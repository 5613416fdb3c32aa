import Hummingbird
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore
import KohortWeb
import Logging

/// What is wrong with a file that arrived, as far as viruses go.
enum VirusFault: String, Sendable {
    case found = "file.virus"
    /// Nobody could look at it, so it is not taken.
    case unlooked = "file.unlooked"
}

extension Visit {
    /// Looks at a file before anything refers to it, where the installation has a clamd; nil when it is taken.
    func virusFault(in file: StoredFile) async throws -> VirusFault? {
        guard let clamd = site.kohort.clamd else { return nil }
        var offset: Int64 = 0
        do {
            let verdict = try await clamd.look {
                guard offset < file.size, let piece = try await open.files.read(file.hash, offset: offset) else {
                    return nil
                }
                offset += Int64(piece.count)
                return piece
            }
            guard case .virus(let name) = verdict else { return nil }
            context.logger.warning("virus refused", metadata: ["virus": "\(name)", "file": "\(file.hash)"])
            return .found
        } catch is ClamdSilent {
            context.logger.error("clamd does not answer")
            return .unlooked
        }
    }
}
