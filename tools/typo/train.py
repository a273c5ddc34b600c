"""Trees that tell slips from right text, out of rows (rows.ts).

    python3 train.py TREES --clean PREFIX... --put PREFIX... [--known FILE] [--list N]

Prints, by two folds of documents, how many slips of each kind are found where right text is told so many times in 10,000
characters, then trains on all and writes TREES (see src/facts/suspicions/trees.ts). --known: lines of context of places in
the “right” texts that are slips in truth; they are left out. --list: the likeliest places in right text, to be read.
Same rows, same bytes: one thread, fixed seed.
"""
import argparse
import collections
import json

import lightgbm as lgb
import numpy as np

WIDTH = 66
PARAMS = dict(objective='binary', learning_rate=0.05, num_leaves=31, min_data_in_leaf=30, feature_fraction=0.7,
              bagging_fraction=0.8, bagging_freq=1, lambda_l2=3, verbose=-1, num_threads=1, seed=3, deterministic=True,
              force_row_wise=True, max_bin=255)
ROUNDS = 400


def load(prefix, offset):
    X = np.fromfile(f'{prefix}.rows', np.int16).reshape(-1, WIDTH)
    rows = [json.loads(line) for line in open(f'{prefix}.jsonl', encoding='utf-8')]
    for row in rows:
        row['d'] += offset
        row['e'] = (prefix, row['e'])
    return X, rows, json.load(open(f'{prefix}.meta.json'))


def apart(rows, scores):
    """Of places that touch, the likeliest; `rows` of one text."""
    by = collections.defaultdict(list)
    for row, score in zip(rows, scores):
        row['s'] = float(score)
        by[row['e'][0], row['d']].append(row)
    kept = []
    for group in by.values():
        group.sort(key=lambda row: -row['s'])
        taken = []
        for row in group:
            if all(row['q'] + 2 < other['p'] or row['p'] > other['q'] + 2 for other in taken):
                taken.append(row)
        kept += taken
    return kept


def main():
    args = argparse.ArgumentParser()
    args.add_argument('trees')
    args.add_argument('--clean', nargs='+')
    args.add_argument('--put', nargs='+')
    args.add_argument('--known')
    args.add_argument('--list', type=int, default=0)
    args = args.parse_args()
    known = [line for line in open(args.known, encoding='utf-8').read().split('\n') if line] if args.known else []
    clean = [load(p, 10000 * i) for i, p in enumerate(args.clean)]
    put = [load(p, 10000 * (i % len(args.clean))) for i, p in enumerate(args.put)]
    CX, CR = np.concatenate([c[0] for c in clean]), [r for c in clean for r in c[1]]
    PX, PR = np.concatenate([p[0] for p in put]), [r for p in put for r in p[1]]
    total = collections.Counter()
    for p in put:
        total.update(p[2]['put'])
    characters = sum(c[2]['characters'] for c in clean)
    right = np.array([not any(k in r['c'] for k in known) for r in CR])
    CX, CR = CX[right], [r for r, ok in zip(CR, right) if ok]
    cf = np.array([r['d'] % 2 for r in CR])
    pf = np.array([r['d'] % 2 for r in PR])
    undone = np.array([r['y'] == 1 for r in PR])

    def fit(cx, px):
        X = np.concatenate([cx, px]).astype(np.float32)
        y = np.concatenate([np.zeros(len(cx)), np.ones(len(px))])
        w = np.where(y == 1, len(cx) / 5 / max(1, len(px)) * 1.0, 3.0)
        return lgb.train(PARAMS, lgb.Dataset(X, y, weight=w, free_raw_data=False), ROUNDS)

    cs, ps = np.zeros(len(CR)), np.zeros(len(PR))
    for fold in (0, 1):
        model = fit(CX[cf == fold], PX[(pf == fold) & undone])
        cs[cf != fold] = model.predict(CX[cf != fold].astype(np.float32), raw_score=True)
        ps[pf != fold] = model.predict(PX[pf != fold].astype(np.float32), raw_score=True)
    said = sorted(apart(CR, cs), key=lambda row: -row['s'])
    hits = apart(PR, ps)
    for rate in (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1):
        limit = said[min(len(said) - 1, int(rate * characters / 10000))]['s']
        found, mended = collections.defaultdict(set), collections.defaultdict(set)
        for row in hits:
            if row['s'] >= limit:
                found[row['k']].add(row['e'])
                if row['y'] == 1:
                    mended[row['k']].add(row['e'])
        print(f'{rate} in 10,000, limit {limit:.2f}:', ' '.join(
            f'{kind} {100 * len(found[kind]) / total[kind]:.0f}/{100 * len(mended[kind]) / total[kind]:.0f}' for kind in total))
    for row in said[:args.list]:
        print(f"{row['s']:.2f} {row['t']} {row['n']} {row['c']}")
    model = fit(CX, PX[undone])
    print(sorted(zip((int(x) for x in model.feature_importance('gain')), range(WIDTH)), reverse=True)[:20])
    flat = [0]
    trees = 0
    for tree in model.dump_model()['tree_info']:
        nodes, leaves = [], []

        def walk(node):
            if 'leaf_value' in node:
                leaves.append(max(-32768, min(32767, round(256 * node['leaf_value']))))
                return -len(leaves)
            k = len(nodes)
            nodes.append(None)
            # Features are whole numbers: at most 2.5 is at most 2.
            limit = int(np.floor(max(-32768, min(32767, node['threshold']))))
            feature = node['split_feature']
            left = walk(node['left_child'])
            nodes[k] = (feature, limit, left, walk(node['right_child']))
            return k

        root = walk(tree['tree_structure'])
        if root < 0:
            continue
        trees += 1
        flat.append(len(nodes))
        for node in nodes:
            flat.extend(node)
        flat.extend(leaves)
    flat[0] = trees
    json.dump(flat, open(args.trees, 'w'))
    print(trees, 'trees', 2 * len(flat), 'bytes')


main()
