/// The bounds of a form, in bytes unless said otherwise.
package struct FormLimits: Sendable {
    /// The whole body of a form with files: five of the largest and room for the texts.
    package var body = 51 << 20
    /// What is read and thrown away beyond `body`, so that a browser gets to see what was kept.
    package var passedOver = 512 << 20
    /// The whole body of a form without files.
    package var plainBody = 1 << 20
    /// Parts of a multipart body.
    package var parts = 100
    /// Fields of a form without files.
    package var fields = 1000
    /// The headers of one part.
    package var partHeaders = 8 << 10
    package var text = 64 << 10
    package var file = 10 << 20
    /// How many files.
    package var files = 5
    /// What all files together may have; nil where their number and size are enough.
    package var room: Int64?
    /// From the request's arrival to the last byte.
    package var time = Duration.seconds(15 * 60)

    package init() {}
}
