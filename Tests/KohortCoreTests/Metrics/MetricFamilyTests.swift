import KohortCore
import Testing

struct MetricFamilyTests {
    @Test func `a histogram is written as sums up to each bound`() {
        var counts = Histogram.Counts(bounds: [0.5, 1])
        for milliseconds in [500, 501, 1000, 1001] { counts.add(.milliseconds(milliseconds)) }
        var family = MetricFamily("wait_seconds", .histogram, "How long it took.")
        family.add(counts, [.init("pool", "files")])
        #expect(
            family.text == """
                # HELP wait_seconds How long it took.
                # TYPE wait_seconds histogram
                wait_seconds_bucket{pool="files",le="0.5"} 1
                wait_seconds_bucket{pool="files",le="1"} 3
                wait_seconds_bucket{pool="files",le="+Inf"} 4
                wait_seconds_sum{pool="files"} 3.002
                wait_seconds_count{pool="files"} 4

                """)
    }

    @Test func `a label cannot end its line or its quotes`() {
        var family = MetricFamily("things", .gauge, "Things.")
        family.add(1, [.init("name", "a\"b\\c\nd\r\ne")])
        #expect(family.text.hasSuffix("things{name=\"a\\\"b\\\\c\\nd\r\\ne\"} 1\n"))
    }

    @Test(arguments: [(0, "0"), (12, "12"), (0.25, "0.25"), (-3, "-3"), (1e300, "1e+300")])
    func `a number is written whole where it is whole`(value: Double, text: String) {
        #expect(MetricFamily("x", .gauge, "X.", value: value).text.hasSuffix("x \(text)\n"))
    }
}
