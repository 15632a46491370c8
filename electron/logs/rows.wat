;; Passes over the rows of a W3C log that say nothing new: of the day of the row before, not earlier than it, and no refusal by
;; address. At the first line that is anything else it stops, and scan.ts reads that one. In WebAssembly since it is at full speed
;; from the first row on; the same in JavaScript takes the engine a tenth of a second to compile, the time of 200 MB.
;;
;; Memory: 0 the day as a row begins with it, `2026-03-03 `; 16 seconds of the row before, since midnight; 20 rows passed.
(module
  (memory (export "memory") 22)

  ;; Rows that begin at $at or later and before $stop, of bytes that end at $end; $after: values behind sc-status, at least one,
  ;; the first of them sc-substatus. Gives where the first row begins that was not passed.
  (func (export "pass") (param $at i32) (param $stop i32) (param $end i32) (param $after i32) (result i32)
    (local $next i32) (local $from i32) (local $left i32) (local $ends i32) (local $second i32) (local $rows i32) (local $time i64)
    (local.set $second (i32.load (i32.const 16)))
    (block $out
      (loop $row
        (br_if $out (i32.ge_u (local.get $at) (local.get $stop)))

        ;; Its end: the first LF, sixteen bytes at a time.
        (local.set $next (local.get $at))
        (loop $search
          (br_if $out (i32.ge_u (local.get $next) (local.get $end)))
          (local.set $ends (i8x16.bitmask (i8x16.eq (v128.load align=1 (local.get $next)) (i8x16.splat (i32.const 10)))))
          (if (i32.eqz (local.get $ends))
            (then
              (local.set $next (i32.add (local.get $next) (i32.const 16)))
              (br $search))))
        (local.set $next (i32.add (local.get $next) (i32.ctz (local.get $ends))))
        (br_if $out (i32.ge_u (local.get $next) (local.get $end)))
        ;; Shorter than a time, a status and a sub-status.
        (br_if $out (i32.lt_u (i32.sub (local.get $next) (local.get $at)) (i32.const 26)))

        ;; The day, as eight bytes and four that overlap them, then the time: HH:MM:SS and a blank.
        (br_if $out (i64.ne (i64.load align=1 (local.get $at)) (i64.load (i32.const 0))))
        (br_if $out (i32.ne (i32.load offset=7 align=1 (local.get $at)) (i32.load align=1 (i32.const 7))))
        (br_if $out (i32.ne (i32.load8_u offset=19 (local.get $at)) (i32.const 32)))
        ;; Without the bits of `00:00:00` its digits are left, at most 9, and nothing where the colons stand.
        (local.set $time (i64.xor (i64.load offset=11 align=1 (local.get $at)) (i64.const 0x30303a30303a3030)))
        (br_if $out
          (i64.ne
            (i64.and
              (i64.or (local.get $time) (i64.add (local.get $time) (i64.const 0x0606000606000606)))
              (i64.const 0xf0f0fff0f0fff0f0))
            (i64.const 0)))
        ;; Each pair of digits as a number: hours in byte 0, minutes in byte 3, seconds in byte 6.
        (local.set $time (i64.add (i64.mul (local.get $time) (i64.const 10)) (i64.shr_u (local.get $time) (i64.const 8))))
        (local.set $left (i32.and (i32.wrap_i64 (local.get $time)) (i32.const 255)))
        (br_if $out (i32.gt_u (local.get $left) (i32.const 23)))
        (local.set $from (i32.and (i32.wrap_i64 (i64.shr_u (local.get $time) (i64.const 24))) (i32.const 255)))
        (br_if $out (i32.gt_u (local.get $from) (i32.const 59)))
        (local.set $left (i32.mul (i32.add (i32.mul (local.get $left) (i32.const 60)) (local.get $from)) (i32.const 60)))
        (local.set $from (i32.and (i32.wrap_i64 (i64.shr_u (local.get $time) (i64.const 48))) (i32.const 255)))
        (br_if $out (i32.gt_u (local.get $from) (i32.const 60)))
        (local.set $ends (i32.add (local.get $left) (local.get $from)))
        (br_if $out (i32.lt_s (local.get $ends) (local.get $second)))

        ;; The status, from the row's end: as many blanks back as values stand behind it. A blank at the end is an odd row.
        (local.set $from (i32.sub (local.get $next) (i32.const 1)))
        (local.set $from (i32.sub (local.get $from) (i32.eq (i32.load8_u (local.get $from)) (i32.const 13))))
        (br_if $out (i32.eq (i32.load8_u (local.get $from)) (i32.const 32)))
        (local.set $left (local.get $after))
        (loop $value
          (local.set $left (i32.sub (local.get $left) (i32.eq (i32.load8_u (local.get $from)) (i32.const 32))))
          (local.set $from (i32.sub (local.get $from) (i32.const 1)))
          (br_if $value (i32.and (i32.gt_s (local.get $left) (i32.const 0)) (i32.gt_u (local.get $from) (local.get $at)))))
        ;; $from is its last digit, and stands behind the time.
        (br_if $out (i32.lt_u (local.get $from) (i32.add (local.get $at) (i32.const 22))))
        ;; A blank and three digits, the first of them 1 to 5.
        (local.set $left (i32.xor (i32.load align=1 (i32.sub (local.get $from) (i32.const 3))) (i32.const 0x30303020)))
        (br_if $out
          (i32.and (i32.or (local.get $left) (i32.add (local.get $left) (i32.const 0x06060600))) (i32.const 0xf0f0f0ff)))
        (local.set $left (i32.and (i32.shr_u (local.get $left) (i32.const 8)) (i32.const 255)))
        (br_if $out (i32.gt_u (i32.sub (local.get $left) (i32.const 1)) (i32.const 4)))
        ;; 4xx with a sub-status that begins with 6 or 5: 403.6, or 503 behind a 401, 403 or 404.
        (br_if $out
          (i32.and
            (i32.eq (local.get $left) (i32.const 4))
            (i32.le_u (i32.sub (i32.load8_u offset=2 (local.get $from)) (i32.const 53)) (i32.const 1))))

        (local.set $second (local.get $ends))
        (local.set $rows (i32.add (local.get $rows) (i32.const 1)))
        (local.set $at (i32.add (local.get $next) (i32.const 1)))
        (br $row)))
    (i32.store (i32.const 16) (local.get $second))
    (i32.store (i32.const 20) (local.get $rows))
    (local.get $at))

  ;; Where the blanks stand in a row, from 32 on, four bytes each, and the row's end as one more. Gives the number of values; 0 where
  ;; the row is an odd one: quotes or NUL in it, an empty value, more than 64 values.
  (func (export "values") (param $at i32) (param $end i32) (result i32)
    (local $bytes v128) (local $blanks i32) (local $blank i32) (local $last i32) (local $to i32)
    (local.set $last (i32.sub (local.get $at) (i32.const 1)))
    (local.set $to (i32.const 32))
    (loop $sixteen
      (local.set $bytes (v128.load align=1 (local.get $at)))
      (local.set $blanks
        (i8x16.bitmask (v128.or
          (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 34)))
          (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0))))))
      ;; Of the last sixteen, what stands behind the row does not count.
      (if (i32.gt_u (i32.add (local.get $at) (i32.const 16)) (local.get $end))
        (then
          (local.set $blank (i32.sub (i32.shl (i32.const 1) (i32.sub (local.get $end) (local.get $at))) (i32.const 1))))
        (else (local.set $blank (i32.const 65535))))
      (if (i32.and (local.get $blanks) (local.get $blank)) (then (return (i32.const 0))))
      (local.set $blanks
        (i32.and (i8x16.bitmask (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 32)))) (local.get $blank)))
      (block $none
        (loop $each
          (br_if $none (i32.eqz (local.get $blanks)))
          (local.set $blank (i32.add (local.get $at) (i32.ctz (local.get $blanks))))
          (local.set $blanks (i32.and (local.get $blanks) (i32.sub (local.get $blanks) (i32.const 1))))
          (if (i32.or
                (i32.eq (local.get $blank) (i32.add (local.get $last) (i32.const 1)))
                (i32.gt_u (local.get $to) (i32.const 280)))
            (then (return (i32.const 0))))
          (i32.store (local.get $to) (local.get $blank))
          (local.set $to (i32.add (local.get $to) (i32.const 4)))
          (local.set $last (local.get $blank))
          (br $each)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $sixteen (i32.lt_u (local.get $at) (local.get $end))))
    (if (i32.eq (local.get $end) (i32.add (local.get $last) (i32.const 1))) (then (return (i32.const 0))))
    (i32.store (local.get $to) (local.get $end))
    (i32.shr_u (i32.sub (local.get $to) (i32.const 28)) (i32.const 2))))
