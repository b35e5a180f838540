# Every verb that people and machines use. `make help` lists them.
.PHONY: help setup build test check fuzz format bench goldens docs watch pictures demo clean

SWIFT_FLAGS = -Xcc -march=native --explicit-target-dependency-import-check error
RELEASE = swift build -c release $(SWIFT_FLAGS)
TEST_PATH = .build-test
PROGRAM = .build/release/repertoire
SOURCES = Package.swift Sources Tests

help:
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

setup: ## install the system packages that are missing
	@.ci/setup

build: setup ## build the release program
	$(RELEASE)

check: ## lint, without building anything
	swift format lint --strict --parallel --recursive $(SOURCES)

format: ## format all sources
	swift format --in-place --parallel --recursive $(SOURCES)

# The tests run optimised: physics in a debug build would take many times as long. What only a debug
# build can tell, that no digest depends on optimisation, is told by its goldens.
test: check ## lint, run every test, and compare digests of a debug build
	@.ci/setup tests
	swift build --build-tests -c release $(SWIFT_FLAGS) -Xswiftc -enable-testing \
	  --scratch-path $(TEST_PATH)
	swift test --skip-build -c release $(SWIFT_FLAGS) -Xswiftc -enable-testing \
	  --scratch-path $(TEST_PATH)
	swift build --product repertoire --explicit-target-dependency-import-check error
	.build/debug/repertoire goldens --quiet

fuzz: setup ## feed the readers of robots and scenarios with nonsense for ten minutes each
	Tests/Fuzz/run

bench: build ## measure speed, beside the figures that were committed
	$(PROGRAM) bench --history Tests/Thresholds/bench.json

goldens: build ## write the state digests and help texts as they are now
	$(PROGRAM) goldens --update
	for command in list train play evaluate watch report inspect export compare build forecast \
	  bench goldens; do \
	  COLUMNS=80 $(PROGRAM) $$command --help > Tests/Goldens/help/$$command.txt || exit 1; \
	done
	COLUMNS=80 $(PROGRAM) --help > Tests/Goldens/help/repertoire.txt

docs: setup ## write the documentation of every library into docs/
	@for target in Math Physics Networks Arena TableTennis VoxelWorld PlanarWorlds Rendering Control \
	  Forecasting Training Catalog; \
	do \
	  mkdir -p docs/$$target .build/symbols/$$target && \
	  swift build --target $$target -Xswiftc -emit-symbol-graph \
	    -Xswiftc -emit-symbol-graph-dir -Xswiftc .build/symbols/$$target && \
	  docc convert --fallback-display-name $$target --fallback-bundle-identifier $$target \
	    --additional-symbol-graph-dir .build/symbols/$$target --output-path docs/$$target \
	  || exit 1; \
	done

watch: build ## open a window on a match
	$(PROGRAM) watch table-tennis/match

pictures: build ## draw the pictures of the README
	@.ci/setup tests
	$(PROGRAM) watch table-tennis/match --seed 3 --picture Assets/pictures/rally.png
	$(PROGRAM) watch voxel/build --finished --camera orbit --picture Assets/pictures/build.png
	$(PROGRAM) watch table-tennis/match --seed 3 --seconds 3 --rate 15 --size 480x270 \
	  --overlays motion,trail --gif Assets/pictures/rally.gif
	Assets/pictures/gallery.sh

demo: build ## train a skill, play a match, and draw a rally of it
	$(PROGRAM) train Scenarios/table-tennis/return.yaml --minutes 3 --out demo/return
	$(PROGRAM) play Scenarios/table-tennis/return.yaml --home demo/return --matches 300 --seed 1
	$(PROGRAM) play Scenarios/table-tennis/match.yaml --record demo/match.recording
	$(PROGRAM) watch demo/match.recording --picture demo/rally.png
	@echo "The skill is in demo/return, the match in demo/match.recording, a rally in demo/rally.png."

clean: ## remove everything that was built
	rm -rf .build $(TEST_PATH) .build-fuzz demo docs
