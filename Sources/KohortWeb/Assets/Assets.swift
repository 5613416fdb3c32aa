import Foundation
import HTTPTypes
import Hummingbird

/// All files of one folder, read once at the start and served from memory.
package struct Assets: Sendable {
    private let assets: [String: Asset]

    /// A folder within is served as one file of its name: its own files one after the other, in the order of their
    /// names. Throws a `LoadProblems` for a file of no kind that is served; hidden files are passed over.
    package init(folder: String) throws {
        var assets: [String: Asset] = [:]
        var problems: [LoadProblem] = []
        for file in try Self.entries(of: URL(fileURLWithPath: folder, isDirectory: true)) {
            let name = file.lastPathComponent
            assets[name] = Asset(name: name, bytes: Array(try Self.content(of: file)))
            if assets[name] == nil { problems.append(LoadProblem(name, 0, "a kind of file that is not served")) }
        }
        try problems.throwIfAny()
        self.assets = assets
    }

    private static func entries(of folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles
        ).sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    private static func content(of file: URL) throws -> Data {
        guard try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true else {
            return try Data(contentsOf: file)
        }
        return try entries(of: file).reduce(into: Data()) { $0 += try Data(contentsOf: $1) }
    }

    /// `/static/<hash>/<name>`: an address that changes with the content. Nil when there is no such file.
    package func path(_ name: String) -> String? { assets[name].map { "/static/\($0.hash)/\(name)" } }

    /// The line of the route table that serves them.
    package var route: Route {
        Route(.get, "/static/{hash}/{name}", .plumbing, for: .page) { request, context in
            guard let asset = assets[try context.parameter("name")] else { throw WebProblem.noSuchPath }
            return asset.answer(request, hash: try context.parameter("hash"))
        }
    }
}
