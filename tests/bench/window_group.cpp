// SPDX-License-Identifier: Apache-2.0
// The two trees in their pane, painted offscreen: opening, scrolling, filtering.
#include "model/items/compare_model.h"
#include "tests/bench/bench.h"
#include "tests/support/random_tree.h"
#include "widgets/compare/compare_pane.h"
#include "widgets/compare/compare_view.h"
#include "widgets/compare/filter_bar.h"

#include <QCoreApplication>
#include <QScrollBar>

#include <random>

namespace dmsc::bench {

namespace {

constexpr int kJumps = 150;

class WindowScene
{
public:
    explicit WindowScene(std::size_t leaves)
        : m_device(std::make_shared<const Tree>(test::bigTree(leaves)))
        , m_card(std::make_shared<const Tree>(test::bigTree(leaves, leaves / 100)))
        , m_pane(m_model, {})
    {
        m_pane.resize(1280, 800);
        m_pane.setOpen(true);
        m_pane.show();
        QCoreApplication::processEvents();
    }

    void open()
    {
        m_model.setCommitted(Side::Device, m_device);
        m_model.setCommitted(Side::Card, m_card);
        m_pane.setOpen(true);
        paint();
    }
    void unfold()
    {
        m_model.expandAll();
        paint();
    }
    void fold()
    {
        m_model.collapseAll();
        paint();
    }
    void filter(const char* text)
    {
        m_pane.filter()->setText(QLatin1String(text));
        paint();
    }
    void insertRow()
    {
        (void)m_model.stage({addition()});
        paint();
    }
    /// CPU time from a place of the scroll bar until painted, for places by chance.
    [[nodiscard]] std::vector<double> jumps()
    {
        std::mt19937 random(1);
        QScrollBar* bar = m_pane.view()->verticalScrollBar();
        std::vector<double> frames;
        for (int i = 0; i < kJumps; ++i) {
            const auto place = static_cast<int>(random() % static_cast<unsigned>(bar->maximum() + 1));
            frames.push_back(cpuMs([&] {
                bar->setValue(place);
                m_pane.view()->viewport()->repaint();
            }));
        }
        return frames;
    }

private:
    void paint()
    {
        // Views lay themselves out by a timer: it belongs to the frame.
        QCoreApplication::processEvents();
        m_pane.view()->viewport()->repaint();
    }

    [[nodiscard]] Operation addition()
    {
        const Tree& tree = m_model.workspace().working(Side::Card);
        NodeId parent = Tree::root();
        while (tree.isInterior(tree.children(parent).front()))
            parent = tree.children(parent)[tree.children(parent).size() / 2];
        NodeData leaf;
        leaf.name = "new" + std::to_string(m_added++);
        leaf.format = Format::Chr;
        Tree added;
        (void)added.add(Tree::root(), leaf);
        Operation operation;
        operation.side = Side::Card;
        operation.kind = Operation::Kind::Add;
        operation.uri = tree.uri(parent).child(leaf.name);
        operation.added = std::make_shared<const Tree>(std::move(added));
        return operation;
    }

    std::shared_ptr<const Tree> m_device, m_card;
    CompareModel m_model;
    ComparePane m_pane;
    int m_added = 0;
};

void reportScene(std::size_t leaves, const std::string& size)
{
    WindowScene scene(leaves);
    const auto name = [&](const char* what) { return "window." + std::string(what) + "." + size; };
    report({.name = name("open_two_trees_until_painted"), .value = cpuMs([&] { scene.open(); }), .unit = "ms"});
    report({.name = name("unfold_all_until_painted"),
        .value = medianMs(
            3, [&] { scene.unfold(); }, [&] { scene.fold(); }),
        .unit = "ms"});
    const std::vector<double> frames = scene.jumps();
    report({.name = name("scroll_frame_p95"), .value = percentile(frames, 95), .unit = "ms", .target = 8});
    report({.name = name("scroll_frame_median"), .value = median(frames), .unit = "ms", .target = 8});
    const auto reportFilter = [&](const char* what, const char* before, const char* text) {
        report({.name = name(what),
            .value = medianMs(
                5, [&] { scene.filter(text); }, [&] { scene.filter(before); }),
            .unit = "ms",
            .target = 33});
    };
    reportFilter("filter_first_letter_until_painted", "", "c");
    reportFilter("filter_next_letter_until_painted", "value1", "value12");
    reportFilter("filter_some_until_painted", "", "chang");
    reportFilter("filter_nothing_left_until_painted", "", "zzz");
    reportFilter("filter_cleared_until_painted", "chang", "");
    scene.filter("");
    report({.name = name("insert_row_until_painted"), .value = medianMs(5, [&] { scene.insertRow(); }), .unit = "ms"});
}

} // namespace

void window()
{
    reportScene(100'000, "100k");
    reportScene(1'000'000, "1M");
}

} // namespace dmsc::bench
