import KohortCore

/// Which of these contents rows refer to.
struct FilesInUse: Query {
    static let permission = Permission.sweepStore
    let scope = Scope.consortium
    let hashes: [String]

    func fetch(in read: borrowing Read) throws -> Set<String> {
        Set(try read.all("select hash from file where uses > 0 and hash in (\(list: hashes))") { try $0[0] })
    }
}
