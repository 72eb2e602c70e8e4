// SPDX-License-Identifier: Apache-2.0
#include "model/trace/html_text.h"

#include <QLocale>

namespace dmsc::html {

namespace {

// No scripts and nothing from elsewhere: the page can be mailed, printed, and read in fifty years.
constexpr const char* kStyle = R"(
:root{color-scheme:light dark;--text:#1b1f24;--dim:#59636e;--back:#fff;--band:#f6f8fa;--line:#d1d9e0;
--ok:#1a7f37;--warning:#9a6700;--error:#cf222e;--link:#0969da;--mark:#fff8c5}
@media(prefers-color-scheme:dark){:root{--text:#e6edf3;--dim:#9198a1;--back:#0d1117;--band:#151b23;--line:#3d444d;
--ok:#3fb950;--warning:#d29922;--error:#f85149;--link:#58a6ff;--mark:#3a3000}}
body{font:14px/1.45 system-ui,sans-serif;color:var(--text);background:var(--back);margin:1.5em}
h1{font-size:1.5em}h2{font-size:1.2em;margin-top:1.6em}
a{color:var(--link)}table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.25em .6em;border-bottom:1px solid var(--line)}
th{position:sticky;top:0;background:var(--band)}tr:target{background:var(--mark)}tr.mark{background:var(--mark)}
.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
code,pre{font:12px/1.4 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.continuation td:nth-child(6){padding-inline-start:2em}
.ok{color:var(--ok)}.warning{color:var(--warning)}.error{color:var(--error)}.dim{color:var(--dim)}
ul{margin:.2em 0;padding-inline-start:1.2em}summary{cursor:pointer}
svg text{font:12px system-ui,sans-serif;fill:var(--text)}svg .dim{fill:var(--dim)}
svg line,svg path{stroke:var(--text);fill:none}svg .lane{stroke:var(--line)}
svg .arrow{fill:var(--text);stroke:none}svg .warning line{stroke:var(--warning)}svg .error line{stroke:var(--error)}
svg .warning .arrow{fill:var(--warning)}svg .error .arrow{fill:var(--error)}
@media print{body{margin:0}th{position:static}}
)";

bool isCarried(QChar c)
{
    const char16_t code = c.unicode();
    return code >= 0x20 ? code < 0x7F || code > 0x9F : code == '\t' || code == '\n' || code == '\r';
}

} // namespace

QByteArray escaped(const QString& text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'&':
            out += QLatin1String("&amp;");
            break;
        case u'<':
            out += QLatin1String("&lt;");
            break;
        case u'>':
            out += QLatin1String("&gt;");
            break;
        case u'"':
            out += QLatin1String("&quot;");
            break;
        default:
            out += isCarried(c) ? c : QChar(QChar::ReplacementCharacter);
        }
    }
    return out.toUtf8();
}

QByteArray element(const char* name, const QString& text)
{
    return QByteArray("<") + name + '>' + escaped(text) + "</" + name + '>';
}

QByteArray pageHead(const QString& title)
{
    const QLocale locale;
    const QByteArray direction = locale.textDirection() == Qt::RightToLeft ? "rtl" : "ltr";
    return "<!DOCTYPE html>\n<html lang=\"" + escaped(locale.bcp47Name()) + "\" dir=\"" + direction
        + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
        + "<meta name=\"referrer\" content=\"no-referrer\">\n" + element("title", title) + "\n<style>" + kStyle
        + "</style>\n</head>\n<body>\n";
}

} // namespace dmsc::html
