import Foundation
import HTTPTypes
import Hummingbird

/// All files of one folder, read once at the start and served from memory.
package struct Assets: Sendable {
    private let assets: [String: Asset]

    /// Throws a `LoadProblems` for a file of no kind that is served; hidden files and folders are passed over.
    package init(folder: String) throws {
        var assets: [String: Asset] = [:]
        var problems: [LoadProblem] = []
        let folder = URL(fileURLWithPath: folder, isDirectory: true)
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
        for file in files where try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
            let name = file.lastPathComponent
            assets[name] = Asset(name: name, bytes: Array(try Data(contentsOf: file)))
            if assets[name] == nil { problems.append(LoadProblem(name, 0, "a kind of file that is not served")) }
        }
        try problems.throwIfAny()
        self.assets = assets
    }

    /// `/static/<hash>/<name>`: an address that changes with the content. Nil when there is no such file.
    package func path(_ name: String) -> String? { assets[name].map { "/static/\($0.hash)/\(name)" } }

    /// The line of the route table that serves them.
    package var route: Route {
        Route(.get, "/static/{hash}/{name}", .plumbing, for: .page) { request, context in
            guard let asset = assets[try context.parameter("name")] else { throw WebProblem.noSuchPath }
            return Self.answer(asset, hash: try context.parameter("hash"), request)
        }
    }

    /// Kept for a year under the right hash; under an older one, which a page may still name, asked for each time.
    private static func answer(_ asset: Asset, hash: String, _ request: Request) -> Response {
        let keep = hash == asset.hash ? "public, max-age=31536000, immutable" : "no-cache"
        return EntityTag(asset.hash).answer(request, headers: [.cacheControl: keep]) {
            let body = ResponseBody(byteBuffer: asset.bytes)
            return Response(status: .ok, headers: [.contentType: asset.mediaType], body: body)
        }
    }
}
