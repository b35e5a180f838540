import Foundation

/// A page of HTML in the making. It refers to nothing outside itself.
struct ReportPage {
  let title: String
  private var parts: [String] = []
  private(set) var chartCount = 0
  private(set) var frameCount = 0

  init(title: String) { self.title = title }

  mutating func heading(_ text: String) { parts.append("<h2>\(SVGPlot.escaped(text))</h2>") }

  mutating func subheading(_ text: String) { parts.append("<h3>\(SVGPlot.escaped(text))</h3>") }

  mutating func text(_ text: String) { parts.append("<p>\(SVGPlot.escaped(text))</p>") }

  mutating func chart(_ plot: SVGPlot) {
    parts.append(plot.svg)
    chartCount += 1
  }

  /// The first row is the heading.
  mutating func table(_ rows: [[String]]) {
    let lines = rows.enumerated().map { index, row in
      let tag = index == 0 ? "th" : "td"
      return "<tr>" + row.map { "<\(tag)>\(SVGPlot.escaped($0))</\(tag)>" }.joined() + "</tr>"
    }
    parts.append("<table>\(lines.joined())</table>")
  }

  /// Pictures side by side, each the bytes of a PNG with a line below it.
  mutating func frames(_ pictures: [(png: Data, caption: String)]) {
    let figures = pictures.map { picture in
      "<figure><img alt=\"\" src=\"data:image/png;base64,\(picture.png.base64EncodedString())\">"
        + "<figcaption>\(SVGPlot.escaped(picture.caption))</figcaption></figure>"
    }
    parts.append("<div class=\"frames\">\(figures.joined())</div>")
    frameCount += pictures.count
  }

  var html: String {
    """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>\(SVGPlot.escaped(title))</title>
    <style>
    body { font-family: sans-serif; max-width: 64em; margin: 2em auto; padding: 0 1em; color: #222 }
    table { border-collapse: collapse; margin: 1em 0 }
    td, th { border-bottom: 1px solid #ccc; padding: 0.25em 0.8em; text-align: left }
    .frames { display: grid; grid-template-columns: repeat(4, 1fr); gap: 0.6em }
    figure { margin: 0 } img { width: 100%; display: block }
    figcaption { font-size: 0.8em; color: #666 }
    </style></head><body>
    <h1>\(SVGPlot.escaped(title))</h1>
    \(parts.joined(separator: "\n"))
    </body></html>

    """
  }
}
