import Foundation
import KohortCore
import KohortSQLite
import KohortStore
import KohortTesting
import Testing

struct FileFolderTests {
    private let tried: SQLiteStore
    private let files: any FileStorage

    init() throws {
        tried = try SQLiteStore()
        files = tried.engine.files(of: tried.store.tenant)
    }

    @Test func `a file lies under its hash and nowhere else`() throws {
        let draft = try files.begin()
        try draft.append(Array("abc".utf8))
        let hash = try draft.finish().hash
        #expect(try names() == ["ba/\(hash)"])
        #expect(try Data(contentsOf: URL(filePath: "\(tried.home)/files/ba/\(hash)")) == Data("abc".utf8))
    }

    @Test func `what is discarded leaves no file`() throws {
        let draft = try files.begin()
        try draft.append([1, 2, 3])
        #expect(try names().count == 1)
        draft.discard()
        #expect(try names() == [])
    }

    @Test func `a draft that is forgotten leaves no file`() throws {
        try files.begin().append([1, 2, 3])
        #expect(try names() == [])
    }

    /// Every file below the tenant's, by its path.
    private func names() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: tried.home + "/files").filter { path in
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: "\(tried.home)/files/\(path)", isDirectory: &isFolder)
            return exists && !isFolder.boolValue
        }
    }
}
