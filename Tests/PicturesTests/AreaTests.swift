import Pictures
import Testing

/// A crop is the largest part of its ratio, around what matters.
@Suite struct AreaTests {
    private func area(_ width: Int, _ height: Int, in size: (Int, Int), _ x: Int = 50, _ y: Int = 50) -> Area {
        Area(of: (width, height), in: size, around: FocalPoint(x: x, y: y))
    }

    @Test("It is as high or as wide as the picture")
    func size() {
        #expect(area(16, 9, in: (4000, 3000)) == Area(x: 0, y: 375, width: 4000, height: 2250))
        #expect(area(1, 1, in: (4000, 3000)) == Area(x: 500, y: 0, width: 3000, height: 3000))
        #expect(area(4, 3, in: (4000, 3000)) == Area(x: 0, y: 0, width: 4000, height: 3000))
        #expect(area(16, 9, in: (3000, 4000)) == Area(x: 0, y: 1156, width: 3000, height: 1688))
    }

    @Test("The focal point is in its middle, as far as there is picture on that side")
    func focus() {
        #expect(area(1, 1, in: (4000, 3000), 60, 0).x == 900)
        #expect(area(1, 1, in: (4000, 3000), 100, 0).x == 1000)
        #expect(area(1, 1, in: (4000, 3000), 0, 0).x == 0)
        #expect(area(16, 9, in: (3000, 4000), 50, 25).y == 1000 - 844)
        #expect(area(16, 9, in: (3000, 4000), 50, 100).y == 4000 - 1688)
    }

    @Test("It lies within the picture, however small that is")
    func bounds() {
        var random = Seeded(1)
        for _ in 0..<5000 {
            let size = (Int.random(in: 1...60, using: &random), Int.random(in: 1...60, using: &random))
            let ratio = (Int.random(in: 1...20, using: &random), Int.random(in: 1...20, using: &random))
            let focus = (Int.random(in: -5...110, using: &random), Int.random(in: -5...110, using: &random))
            let area = area(ratio.0, ratio.1, in: size, focus.0, focus.1)
            #expect(area.width >= 1 && area.height >= 1 && area.x >= 0 && area.y >= 0)
            #expect(area.x + area.width <= size.0 && area.y + area.height <= size.1)
            #expect(area.width == size.0 || area.height == size.1)
        }
    }
}
