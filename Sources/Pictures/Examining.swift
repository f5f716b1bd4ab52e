extension PictureFile {
    /// Decodes the picture to its end, at the smallest size that costs least, and looks at what comes out.
    func facts() throws(Image.Undecodable) -> PictureFacts {
        // Enough to see where the eye goes, which libvips does in 32 × 32.
        let small = try decoded(shrunkBy: max(1, min(width, height) / 64), allFrames: true)
        let rows = min(small.height, max(1, small.height / frames))
        let first = try small.part(Area(width: small.width, height: rows)).inSRGB().inMemory()
        let upright = isOnItsSide || orientation > 1 ? try first.upright().inMemory() : try first.inMemory()
        return PictureFacts(
            format: format, width: size.width, height: size.height, isAnimated: frames > 1, hasAlpha: hasAlpha,
            color: try DominantColor.of(upright), attention: upright.attention ?? .middle, words: words,
            hasMetadata: hasMetadata)
    }
}
