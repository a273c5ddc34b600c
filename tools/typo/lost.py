"""Frequent runs with one inner character missing: assets/lost.bin, which src/facts/suspicions/lost.ts reads.

    python3 lost.py OUT TARGET

OUT: what cut.ts wrote. Of runs of three, four and five characters that stand often, and whose missing character is part of a
longer word, the forms without it are kept that the texts (all but) never have. Of runs of five the character in the middle may be missing
where a word begins or ends with the run, another where both do; runs of four begin and end where words do, runs of three are words.
Same input, same bytes.
"""
import struct
import sys

import numpy as np

BITS = np.uint64(12)
MASK = (1 << 12) - 1
# How often a run must stand, by its length and the place of what is missing, and how many times oftener than the form without it.
OFTEN = {(5, 2): 30, (5, 1): 50, (5, 3): 50, (4, 1): 28, (4, 2): 28, (3, 1): 100}
OFTENER = {5: 150, 4: 150, 3: 300}
# Characters without which the form is right, too, or another: particles, figures, what is counted, places.
RIGHT_WITHOUT = (
    '高当者照出的地得了着过和与及或等在是也都还就又要将把各全该本其所为之于以向对从被由并且而个不无有'
    '一二三四五六七八九十百千万亿两几第年月日号时分元人次名位条件项家来去上下中里内外前后大小多少新老省市县区乡镇村州街路')
BUCKETS = 1 << 16
LEVELS = (60, 200, 1000)


def runs_of(tokens, size):
    length = len(tokens) - size + 1
    keys = np.zeros(length, np.uint64)
    whole = np.ones(length, bool)
    for at in range(size):
        part = tokens[at:at + length]
        keys = (keys << BITS) | part
        whole &= (part != 0) & (part != MASK)
    return keys, whole


def counted(keys):
    keys = np.sort(keys)
    first = np.nonzero(np.concatenate(([True], keys[1:] != keys[:-1])))[0]
    return keys[first], np.diff(np.concatenate((first, [len(keys)])))


def hashes(units):
    """As lost.ts: two hashes of 32 bits of UTF-16 units."""
    a, b = 0x811C9DC5, 0x1B873593
    for unit in units:
        a = ((a ^ unit) * 0x01000193) & 0xFFFFFFFF
        b = ((b ^ unit) * 0x5BD1E995) & 0xFFFFFFFF
        b ^= b >> 13
    a ^= a >> 15
    a = (a * 0x85EBCA6B) & 0xFFFFFFFF
    a ^= a >> 13
    return a, b


def main():
    out, target = sys.argv[1], sys.argv[2]
    codes = np.fromfile(f'{out}/cut.codes', dtype=np.uint16)
    begins = np.concatenate((np.fromfile(f'{out}/cut.begins', dtype=np.uint8).astype(bool), np.ones(8, bool)))
    times = np.bincount(codes, minlength=0x10000)
    chars = [c for c in sorted(range(0x4E00, 0xA000), key=lambda c: (-times[c], c)) if times[c] >= 5][:MASK - 1]
    ids = np.zeros(0x10000, np.uint16)
    ids[0x4E00:0xA000] = MASK
    for index, char in enumerate(chars):
        ids[char] = index + 1
    tokens = ids[codes].astype(np.uint64)
    right_without = np.array(sorted(int(ids[ord(c)]) for c in RIGHT_WITHOUT), np.uint64)
    runs = {size: runs_of(tokens, size) for size in (2, 3, 4, 5)}
    found = {}
    for size in (3, 4, 5):
        keys, whole = runs[size]
        length = len(keys)
        first, behind = begins[:length], begins[size:size + length]
        shorter, counts = counted(runs[size - 1][0][runs[size - 1][1]])
        for at in range(1, size - 1):
            is_part = ~(begins[at:at + length] & begins[at + 1:at + 1 + length])
            if size == 3:
                edges = first & behind & ~begins[1:1 + length] & ~begins[2:2 + length]
            elif (size, at) == (5, 2):
                edges = np.ones(length, bool)
            else:
                edges = first | behind
            often, stands = counted(keys[whole & is_part & edges])
            keep = stands >= OFTEN[size, at]
            often, stands = often[keep], stands[keep]
            shift = BITS * np.uint64(size - 1 - at)
            missing = (often >> shift) & np.uint64(MASK)
            forms = ((often >> (shift + BITS)) << shift) | (often & ((np.uint64(1) << shift) - np.uint64(1)))
            place = np.minimum(np.searchsorted(shorter, forms), len(shorter) - 1)
            seen = np.where(shorter[place] == forms, counts[place], 0)
            beside = [(often >> (BITS * np.uint64(size - 1 - index))) & np.uint64(MASK) for index in (at - 1, at + 1)]
            keep = (seen * OFTENER[size] <= stands) & ~np.isin(missing, right_without) & (missing != beside[0]) & (missing != beside[1])
            for form, char, count in zip(forms[keep].tolist(), missing[keep].tolist(), stands[keep].tolist()):
                units = tuple(chars[((form >> (12 * (size - 2 - index))) & MASK) - 1] for index in range(size - 1))
                if units not in found or found[units][2] < count:
                    found[units] = (at, char, count)
    # A form of three says all that those of four say that have it.
    for units in [units for units in found if len(units) == 4]:
        at, char, _ = found[units]
        for part, offset in ((units[:3], 0), (units[1:], 1)):
            if part in found and found[part][:2] == (at - offset, char):
                del found[units]
                break
    rows = []
    for units, (at, char, count) in found.items():
        a, b = hashes(units)
        level = sum(count >= least for least in LEVELS)
        # 12 bits of character, two of the place, two of the level.
        rows.append((a >> 16, b & 0xFFFF, (char - 1) | (at << 12) | (level << 14)))
    rows.sort()
    begin = np.searchsorted(np.array([row[0] for row in rows]), np.arange(BUCKETS + 1))
    # Where a bucket begins, less where it would if all were alike.
    drift = begin - (np.arange(BUCKETS + 1) * len(rows) >> 16)
    assert abs(drift).max() < 0x8000
    with open(target, 'wb') as file:
        file.write(b'HGL1' + struct.pack('<III', len(rows), len(chars), 0))
        file.write(np.array(chars, np.uint16).tobytes())
        file.write(drift.astype(np.int16).tobytes())
        file.write(np.array([row[1] for row in rows], np.uint16).tobytes())
        file.write(np.array([row[2] for row in rows], np.uint16).tobytes())
    print(len(rows), 'forms', {size: sum(len(units) == size for units in found) for size in (2, 3, 4)})


main()
